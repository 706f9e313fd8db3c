"""What is withheld from those whom data is handed to. Start at :class:`.shared.Shared`."""
