"""What the invented used-car dealer writes. All of it made up."""

from __future__ import annotations

CARS = ("a 2017 estate, diesel", "a 2019 hatchback", "a small 2015 city car", "a 2018 van", "a 2020 saloon")
OPENINGS = (
    "New in the yard: {car}. One owner, full service book.",
    "Five things our mechanic checks before {car} goes on sale.",
    "Sold last week: {car}. Have a safe journey, and write to us.",
    "Winter tyres are included with {car} until the end of the month.",
    "What does {car} cost a year? We did the sums.",
)
MIDDLES = (
    "Questions? Write to us, we call back the same day.",
    "Test drives from Monday to Saturday.",
    "Mileage checked; the report is in the first comment.",
)
