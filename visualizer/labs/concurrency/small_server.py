"""A server for the small program of the I/O workload: in a thread of the same process."""


def serve(seconds: float) -> int:
    """Answer each request after so many seconds; return the port."""
    import socket
    import time
    from threading import Thread

    listening = socket.create_server(("127.0.0.1", 0))

    def answer(connection: socket.socket) -> None:
        with connection:
            connection.recv(1024)
            time.sleep(seconds)
            connection.sendall(b"HTTP/1.0 200 OK\r\n\r\nhello")

    def accept() -> None:
        while True:
            connection, _ = listening.accept()
            Thread(target=answer, args=(connection,), daemon=True).start()

    Thread(target=accept, daemon=True).start()
    port: int = listening.getsockname()[1]
    return port
