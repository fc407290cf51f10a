"""What people are told, in their language: English stands in the code, every other language in a catalogue.

A catalogue maps the English form of a message, `a sentence of {length} words`, to the form in another language. The
names in braces are the expressions that stand in the code; what was put in their place is found again when a message is
told. So problems stay English all the way, in processes apart and in the manifest, until someone reads them.
"""

from handouts.messages.choice import LANGUAGES, given_language, locale_language
from handouts.messages.telling import ENGLISH, Messages

__all__ = ["ENGLISH", "LANGUAGES", "Messages", "given_language", "locale_language"]
