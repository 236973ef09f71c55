"""A mail server on loopback for the tests: keeps every message as a file and prints the port that it listens on.

usage: mailserver.py FOLDER [--port N] [--cert FILE --key FILE] [--user NAME --password WORD] [--refuse ADDRESS] [--slow SECONDS]
"""
import argparse
import asyncio
import logging
import os
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

options = argparse.ArgumentParser()
options.add_argument("folder")
options.add_argument("--port", type=int, default=0)
options.add_argument("--cert")
options.add_argument("--key")
options.add_argument("--user")
options.add_argument("--password")
options.add_argument("--refuse")
options.add_argument("--slow", type=float, default=0)
given = options.parse_args()
logging.disable(logging.WARNING)


class Keeper:
    """Accepts messages; a message is visible in the folder only when it is complete."""

    count = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == given.refuse:
            return "550 5.1.1 no such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(given.slow)
        Keeper.count += 1
        path = os.path.join(given.folder, f"{os.getpid()}-{Keeper.count:06}.eml")
        with open(path + ".part", "wb") as file:
            file.write(f"X-Envelope-To: {','.join(envelope.rcpt_tos)}\r\n".encode())
            file.write(f"X-Transport: {'tls' if session.ssl else 'plain'}{' ' + session.auth_data if session.auth_data else ''}\r\n".encode())
            file.write(envelope.original_content)
        os.rename(path + ".part", path)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == given.user.encode() and data.password == given.password.encode()
    return AuthResult(success=right, auth_data=given.user) if right else AuthResult(success=False, handled=False)


def connection():
    tls = None
    if given.cert:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(given.cert, given.key)
    login = {"authenticator": authenticate, "auth_required": True} if given.user else {}
    return SMTP(Keeper(), tls_context=tls, require_starttls=tls is not None, enable_SMTPUTF8=True, **login)


async def main():
    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", given.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
