"""Pages in the shape of OGP's site; every place, body and promise in them is made up."""

COMMITMENT = """Skip Navigation
Oujda, Morocco

A made-up portal for made-up permits (MAXYZ0007)

Overview

At-a-Glance

Action Plan: Action plan – Oujda, Morocco, 2025 – 2027

Inception Report: Not available

Commitment Start: Jul 2025
Commitment End: Jul 2027

Institutions involved:

  • Synthetic Department of Portals
  • Made-up Association, Friends of Permits
  • Synthetic Department of Portals

Primary Policy Area: Open Data, Asset Disclosure, Made-up Area

Primary Sector:

OGP Value:

  • Access to information
  • Civic Participation

Description

Commitment ID

MAXYZ0007

Commitment Title

A made-up portal for made-up permits

Problem

Nobody finds the made-up forms.
Problem: there are too many of them.

Status quo

• Three counters
• No site

Action

The made-up council opens a portal.

How will the commitment contribute to solving the public problem described above?

People will find the forms.

What OGP value is this commitment relevant to?

Access to information

Milestones

No | Milestone | Expected Outputs | Start date | End date | Status
1 | Draft the made-up plan | A draft |  | Dec 2025 | Completed
2 | Open the portal | A portal | Jan 2026 | Quarter 1 2027 | In progress
"""

PLAN = """Action plan – Oujda, Morocco, 2025 – 2027

Overview

At-a-Glance

Action Plan: Action plan – Oujda, Morocco, 2025 – 2027

Action Plan Submission: 2025
Action Plan End: June 2027

Lead Institution: Made-up Department of Openness

Description

Duration

Sep 2027

Date Submitted

22nd May 2025

Foreword(s)

A made-up foreword.

In two paragraphs.

Open Government Challenges, Opportunities and Strategic Vision

What is the long-term vision for open government in your context and jurisdiction?

That everything made up is open.
"""

FRENCH = """Ignorer la navigation
Maroc

Portail inventé (MO0999)

Aperçu

D'un coup d'œil

Plan d'action: Plan d'action marocain 2018-2020

Cycle du plan d'action : 2018

Statut:

Institutions

Institution chef de file : Ministère inventé des portails

Domaines politiques

Accès à l'information, Open Data

Revue IRM

Vérifiable : Oui

Ambition (voir définition): Haut

Achèvement: Limité

Description

Portail inventé
De 30 August 2018 à 30 August 2020
Agence d'exécution principale / acteur
Ministère inventé des portails
Description de l'engagement
Quel est le problème public que l'engagement traitera?
Personne ne trouve rien d'inventé.
Quel est l'engagement ?
Ouvrir le portail inventé.
Informations complémentaires
Le budget est inventé.
Nom de la personne responsable
Une Personne Inventée
E-mail et téléphone
personne@example.org / +212 500 000 000
"""


def as_html(text: str) -> str:
    """Gives the same page as a browser would save it, with a frame around it."""
    blocks = "\n".join(
        f"<li>{line.strip()[1:].strip()}</li>" if line.strip().startswith("•") else f"<div><p>{line.strip()}</p></div>"
        for line in text.splitlines()
    )
    frame = "<nav><a href='/'>Home</a></nav>"
    head = "<head><title>x</title><style>p{}</style></head>"
    return f"<!DOCTYPE html><html>{head}<body>{frame}{blocks}<footer>Made up</footer></body></html>"
