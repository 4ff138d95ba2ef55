"""The tables themselves: generated, read, brought into one HDF5 file, looked into."""
