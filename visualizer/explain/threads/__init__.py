"""What threads do and wait for, who had which lock, and who waits for ever."""
