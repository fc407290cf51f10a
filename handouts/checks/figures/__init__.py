"""What texts count: durations, measures, numbers in digits, in words and in a roundabout way."""
