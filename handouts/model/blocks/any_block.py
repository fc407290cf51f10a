"""What every block that editions can leave out may say."""

from handouts.model.base import Editions, Located


class AnyBlock(Located):
    """What every block may say: the editions it is for (all, when it names none).

    Attributes:
        editions: The only editions that print this block; left out, all of them do.
    """

    editions: Editions = ()
