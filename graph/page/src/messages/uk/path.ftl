# path
