"""What comes in from files, or is made up for measuring; written through the actions."""
