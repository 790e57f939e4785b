# take-away
