"""Receives the webhook with Python's standard library alone."""

import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PORT = int(os.environ.get("PORT", "8080"))
SDKAPPID = os.environ["CHAT_SNS_SDKAPPID"]
TOKEN = os.environ["WEBHOOK_TOKEN"]
MAX_BYTES = 1024 * 1024
TOLERANCE_SECONDS = 60


def find_problem(query):
    """What is wrong with the query of a webhook request, or None. Each name must be in it once."""
    once = {name: values[0] for name, values in query.items() if len(values) == 1}
    time_sent = once.get("RequestTime", "")
    if not (time_sent.isascii() and time_sent.isdigit() and len(time_sent) < 13):
        return "SignatureMissing"
    expected = hashlib.sha256((TOKEN + time_sent).encode()).hexdigest()
    if not hmac.compare_digest(expected.encode(), once.get("Sign", "").encode()):
        return "WrongSignature"
    if abs(time.time() - int(time_sent)) > TOLERANCE_SECONDS:
        return "StaleRequest"
    if once.get("SdkAppid") != SDKAPPID:
        return "WrongApp"
    if once.get("CallbackCommand") != "Sns.CallbackFriendDelete":
        return "WrongCommand"
    return None


class Receiver(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self):
        problem = find_problem(parse_qs(urlsplit(self.path).query, keep_blank_values=True))
        length = self.headers.get("Content-Length", "")
        if problem is None:
            problem = "BodyTooLarge" if not length.isdigit() or int(length) > MAX_BYTES else self.handle_event(int(length))
        if problem:
            print(f"refused: {problem}", flush=True)
        self.respond(problem)

    def handle_event(self, length):
        try:
            pairs = json.loads(self.rfile.read(length))["PairList"]
            lines = [f"{pair['From_Account']} lost {pair['To_Account']}" for pair in pairs]
        except (ValueError, KeyError, TypeError):
            return "UnreadableBody"
        # The service waits two seconds: put the pairs into a queue and respond.
        print("\n".join(lines), flush=True)
        return None

    def respond(self, problem):
        status = {"ActionStatus": "FAIL" if problem else "OK", "ErrorCode": 1 if problem else 0}
        body = json.dumps({**status, "ErrorInfo": problem or ""}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Logs nothing: the query has the signature."""


server = ThreadingHTTPServer(("127.0.0.1", PORT), Receiver)
print(f"listening on port {PORT}", flush=True)
server.serve_forever()
