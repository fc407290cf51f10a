"""What is kept between runs in the user's own cache folder, and the fingerprints that say whether it still holds."""
