"""``python -m reportedly``."""

from reportedly.cli import main

if __name__ == "__main__":  # a process that reads beside this one loads it without running it
    main()
