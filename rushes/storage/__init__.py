"""Bytes: kept under their own digest, and handed out by signed links."""
