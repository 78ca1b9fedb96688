"""What sheets say of the plan as a whole: its title, its period, whose it is."""
