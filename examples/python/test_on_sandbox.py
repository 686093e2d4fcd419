import json
import os
import unittest
import urllib.request

from friends import ChatError, delete_friends

# The control interface is the sandbox's own and no part of the contract, so it is not called through the proxy.
SANDBOX_URL = os.environ.get("SANDBOX_URL", "http://127.0.0.1:4020")


def control(path, body=None):
    request = urllib.request.Request(f"{SANDBOX_URL}/sandbox/{path}", body)
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.loads(response.read() or b"null")


class OnSandbox(unittest.TestCase):
    """Looks at what is left after several calls."""

    def setUp(self):
        control("reset", b"")

    def test_a_second_deletion_finds_nothing(self):
        self.assertEqual(delete_friends("alice", ["bob"]), {"bob": 0})
        self.assertEqual(delete_friends("alice", ["bob"]), {"bob": 31704})

    def test_both_sides_lose_the_friend(self):
        delete_friends("alice", ["bob"])
        accounts = control("state")["accounts"]
        self.assertNotIn("bob", accounts["alice"]["friends"])
        self.assertNotIn("alice", accounts["bob"]["friends"])

    def test_a_busy_service_deletes_nothing(self):
        control("faults", json.dumps({"kind": "code", "code": 30006}).encode())
        with self.assertRaises(ChatError):
            delete_friends("alice", ["bob"])
        self.assertIn("bob", control("state")["accounts"]["alice"]["friends"])
