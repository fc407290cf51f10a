"""What stands in front of a handout: generated covers, a clinic's own PDF, note pages."""
