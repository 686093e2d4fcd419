"""Deletes friends with nothing but Python's standard library."""

import base64
import hashlib
import hmac
import json
import os
import random
import time
import urllib.parse
import urllib.request
import zlib

BASE_URL = os.environ.get("CHAT_SNS_BASE_URL", "http://127.0.0.1:4020")
SDKAPPID = int(os.environ.get("CHAT_SNS_SDKAPPID", "1400000000"))
IDENTIFIER = os.environ.get("CHAT_SNS_IDENTIFIER", "administrator")
# The demo key of the vendor's public libraries. Everybody has it: it opens the sandbox and nothing else.
DEMO_KEY = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e"
SECRET_KEY = os.environ.get("CHAT_SNS_SECRET_KEY", DEMO_KEY)


class ChatError(Exception):
    """A whole request that failed, although HTTP said 200."""

    def __init__(self, code, info):
        super().__init__(f"{code} {info}")
        self.code = code


def create_user_sig(expire=600):
    now = int(time.time())
    lines = f"TLS.identifier:{IDENTIFIER}\nTLS.sdkappid:{SDKAPPID}\nTLS.time:{now}\nTLS.expire:{expire}\n"
    signature = hmac.new(SECRET_KEY.encode(), lines.encode(), hashlib.sha256).digest()
    claims = {
        "TLS.ver": "2.0",
        "TLS.identifier": IDENTIFIER,
        "TLS.sdkappid": SDKAPPID,
        "TLS.expire": expire,
        "TLS.time": now,
        "TLS.sig": base64.b64encode(signature).decode(),
    }
    packed = base64.b64encode(zlib.compress(json.dumps(claims).encode())).decode()
    return packed.translate(str.maketrans("+/=", "*-_"))


def call(path, body):
    query = urllib.parse.urlencode(
        {
            "sdkappid": SDKAPPID,
            "identifier": IDENTIFIER,
            "usersig": create_user_sig(),
            "random": random.getrandbits(32),
            "contenttype": "json",
        }
    )
    request = urllib.request.Request(f"{BASE_URL}/{path}?{query}", json.dumps(body).encode())
    with urllib.request.urlopen(request, timeout=10) as response:
        result = json.load(response)
    if result["ActionStatus"] != "OK":
        raise ChatError(result["ErrorCode"], result["ErrorInfo"])
    return result


def delete_friends(account, friends):
    """Deletes friends on both sides. Returns the code of each: 0, or why it was not deleted."""
    body = {"From_Account": account, "To_Account": friends, "DeleteType": "Delete_Type_Both"}
    result = call("v4/sns/friend_delete", body)
    return {item["To_Account"]: item["ResultCode"] for item in result["ResultItem"]}
