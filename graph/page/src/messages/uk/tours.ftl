# tours
