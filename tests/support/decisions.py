"""The decisions whose points and days the tests know: a newer one in the package leaves them as they are."""

OLD = "148-2023"
NEW = "26-2026"
