"""What words mean, in terms that languages share, and which words of one language the other does not answer."""
