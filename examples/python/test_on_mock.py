import unittest

from friends import ChatError, delete_friends


class OnMock(unittest.TestCase):
    """Looks at single calls: a test says in the request which response it wants."""

    def test_deletes_the_accounts_that_it_was_given(self):
        self.assertEqual(delete_friends("ann", ["ben", "cem"]), {"ben": 0, "cem": 0})

    def test_returns_the_code_of_an_account_that_was_not_deleted(self):
        self.assertEqual(delete_friends("ann", ["ben", "mock-31704"]), {"ben": 0, "mock-31704": 31704})

    def test_raises_when_the_whole_request_fails(self):
        with self.assertRaises(ChatError) as caught:
            delete_friends("mock-60007", ["ben"])
        self.assertEqual(caught.exception.code, 60007)
