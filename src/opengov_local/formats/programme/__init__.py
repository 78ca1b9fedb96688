"""The programme of a collectivity as the network writes it: cover, context, axes, projects, activities, adoption."""
