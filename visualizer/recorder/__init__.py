"""The recorder inside the recorded process: monitors it, reads its objects, writes changes.

It uses as little of the standard library as possible and nothing else: whatever it imports is
imported into the program's process.
"""
