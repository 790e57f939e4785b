# focus
