"""The server of the I/O workload: on loopback, it answers each request after a while."""

import asyncio
import json
import sys

_PAGE = bytes(64 << 10)
_HEAD = b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(_PAGE)


async def _serve(seconds: float) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(seconds)
            writer.write(_HEAD + _PAGE)
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has gone

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    if not sys.stdin.readline():  # the parent has gone, and no other process would end the server
        sys.exit()
    asyncio.run(_serve(float(json.loads(sys.argv[1]))))
