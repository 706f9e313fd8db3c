"""An addition that is killed: nothing that was committed is lost, nothing is doubled."""
