"""Signals: what a reviewer should look at although no claim asks for it. A signal is never a verdict."""
