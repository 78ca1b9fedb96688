"""Readings of single values: every way of writing that plans use, and what must not be taken for a date."""

from __future__ import annotations

import datetime

import pytest

from opengov_local.importing.dates import DateContext, DateReading, read_date, why_unread

WRITTEN = DateContext(document_date=datetime.date(2023, 4, 3))

PLAIN = {
    "دورة أكتوبر 2023": "2023-10",
    "الدورة العادية لشهر ماي 2026": "2026-05",
    "دورة أكتوبر العادية 2025": "2025-10",
    "session d’octobre 2025": "2025-10",
    "Session ordinaire du mois de février 2026": "2026-02",
    "2024-03-05": "2024-03-05",
    "2024-3-5": "2024-03-05",
    "2023/03/28": "2023-03-28",
    "28/03/2023": "2023-03-28",
    "28-03-2023": "2023-03-28",
    "28.03.2023": "2023-03-28",
    "28 / 03 / 2023": "2023-03-28",
    "٢٨/٠٣/٢٠٢٣": "2023-03-28",
    "۲۸/۰۳/۲۰۲۳": "2023-03-28",
    "2025-12": "2025-12",
    "12/2025": "2025-12",
    "03.2025": "2025-03",
    "2024": "2024",
    "2024-05-01 00:00:00": "2024-05-01",
    "Jul 2025": "2025-07",
    "22nd May 2025": "2025-05-22",
    "December 24, 2024": "2024-12-24",
    "Dec. 24, 2024": "2024-12-24",
    "Quarter 1 2014": "2014-Q1",
    "H1 2025": "2025-H1",
    "2024-Q3": "2024-Q3",
    "2024Q3": "2024-Q3",
    "1er janv 2023": "2023-01-01",
    "1 er mars 2024": "2024-03-01",
    "3 févr. 2024": "2024-02-03",
    "3 fev 2024": "2024-02-03",
    "12-déc.-2024": "2024-12-12",
    "mardi, 28 mars 2023": "2023-03-28",
    "le mardi 28 Mars 2023.": "2023-03-28",
    "T2 2024": "2024-Q2",
    "T1/2024": "2024-Q1",
    "1T 2024": "2024-Q1",
    "2e trimestre 2024": "2024-Q2",
    "dernier trimestre 2025": "2025-Q4",
    "dernier semestre de 2025": "2025-H2",
    "1er sem. 2026": "2026-H1",
    "2e sem 2026": "2026-H2",
    "2026, 2ème sem.": "2026-H2",
    "último trimestre de 2025": "2025-Q4",
    "الربع الأخير من سنة 2025": "2025-Q4",
    "final quarter of 2025": "2025-Q4",
    "premier trimestre de l’année 2024": "2024-Q1",
    "4.º trimestre de 2024": "2024-Q4",
    "1.er semestre de 2025": "2025-H1",
    "S2-2025": "2025-H2",
    "1er semestre de 2025": "2025-H1",
    "courant mars 2024": "2024-03",
    "au cours du mois de mars 2024": "2024-03",
    "1 de marzo de 2024": "2024-03-01",
    "28 ⵎⴰⵕⵚ 2023": "2023-03-28",
    "\u200f28 مارس\u00a02023\u200e": "2023-03-28",
    "٢٨ مارس ٢٠٢٣": "2023-03-28",
    "يوم الثلاثاء 28 مارس 2023": "2023-03-28",
    "15 غُشت 2024": "2024-08-15",
    "15 إبريل 2024": "2024-04-15",
    "15 شتمبر 2024": "2024-09-15",
    "15 نوفنبر 2024": "2024-11-15",
    "15 يوليه 2024": "2024-07-15",
    "15 جويلية 2024": "2024-07-15",
    "15 آب 2024": "2024-08-15",
    "15 تشرين الثاني 2024": "2024-11-15",
    "كانون الثاني/يناير 2024": "2024-01",
    "فاتح أكتوبر 2021": "2021-10-01",
    "الفصل الأول من سنة 2024": "2024-Q1",
    "ف3 2025": "2025-Q3",
    "ف.2 2025": "2025-Q2",
    "الربع الرابع 2024": "2024-Q4",
    "الأسدس الثاني من سنة 2024": "2024-H2",
    "الأسدوس الأول من سنة 2026": "2026-H1",
    "النصف الأول من 2024": "2024-H1",
    "خلال سنة 2025": "2025",
    "2023م": "2023",
}

PERIODS = {
    "2023-2024": ("2023", "2024"),
    "2023/2024": ("2023", "2024"),
    "2023 – 2024": ("2023", "2024"),
    "entre 2022 et 2026": ("2022", "2026"),
    "de juin 2024 à mars 2025": ("2024-06", "2025-03"),
    "du 1er mars au 30 juin 2024": ("2024-03-01", "2024-06-30"),
    "du 12 mars 2024\nau 30 juin 2024": ("2024-03-12", "2024-06-30"),
    "du lundi 12 au mardi 13 mai 2025": ("2025-05-12", "2025-05-13"),
    "12-13 novembre 2024": ("2024-11-12", "2024-11-13"),
    "juillet-Septembre 2023": ("2023-07", "2023-09"),
    "T1-T3 2024": ("2024-Q1", "2024-Q3"),
    "début 2024 - fin 2025": ("2024", "2025"),
    "from March 2024 to June 2025": ("2024-03", "2025-06"),
    "30 June 2015 - 30 June 2017": ("2015-06-30", "2017-06-30"),
    "De 30 August 2018 à 30 August 2020": ("2018-08-30", "2020-08-30"),
    "October 16–20, 2023": ("2023-10-16", "2023-10-20"),
    "2024-03-01/2024-06-30": ("2024-03-01", "2024-06-30"),
    "13/03/2024-30/06/2024": ("2024-03-13", "2024-06-30"),
    "01/2024-12/2025": ("2024-01", "2025-12"),
    "del 1 de marzo al 30 de junio de 2024": ("2024-03-01", "2024-06-30"),
    "برسم سنتي 2024-2025": ("2024", "2025"),
    "من يناير 2024 إلى دجنبر 2025": ("2024-01", "2025-12"),
    "ابتداء من فاتح مارس 2024 إلى غاية متم دجنبر 2025": ("2024-03-01", "2025-12"),
    "ما بين سنتي 2022 و2026": ("2022", "2026"),
    "les 12 et 13 novembre 2024": ("2024-11-12", "2024-11-13"),
    "يومي 12 و13 نونبر 2024": ("2024-11-12", "2024-11-13"),
    "شهري شتنبر وأكتوبر 2023": ("2023-09", "2023-10"),
    "2023, 2024 et 2025": ("2023", "2025"),
}

OPEN = {
    "à partir de 2024": ("open-start", "2024", None, "after"),
    "à compter du 1er mars 2024": ("open-start", "2024-03-01", None, "after"),
    "ابتداء من يناير 2024": ("open-start", "2024-01", None, "after"),
    "since June 2024": ("open-start", "2024-06", None, "after"),
    "avant juin 2025": ("open-end", None, "2025-06", "before"),
    "by June 2025": ("open-end", None, "2025-06", "before"),
    "d’ici fin 2025": ("open-end", None, "2025", "before"),
    "قبل متم سنة 2025": ("open-end", None, "2025", "before"),
    "في أفق 2030": ("open-end", None, "2030", "before"),
    "jusqu’à fin 2025": ("open-end", None, "2025", None),
    "until June 2025": ("open-end", None, "2025-06", None),
    "إلى غاية 30 يونيو 2025": ("open-end", None, "2025-06-30", None),
}

QUALIFIED = {
    "mi-2024": ("2024", "middle"),
    "mi-juin 2024": ("2024-06", "middle"),
    "début 2025": ("2025", "early"),
    "fin décembre 2025": ("2025-12", "late"),
    "fin du T2 2024": ("2024-Q2", "late"),
    "end of 2025": ("2025", "late"),
    "متم شهر دجنبر 2025": ("2025-12", "late"),
    "متم سنة 2024": ("2024", "late"),
    "أواخر يونيو 2024": ("2024-06", "late"),
    "مطلع سنة 2024": ("2024", "early"),
    "منتصف 2024": ("2024", "middle"),
    "بنهاية 2024": ("2024", "late"),
    "vers 2025": ("2025", "circa"),
    "حوالي 2025": ("2025", "circa"),
    "2025 (prévu)": ("2025", "expected"),
    "prévu en mars 2025": ("2025-03", "expected"),
}

NOTED = {
    "5/11/2024": ("2024-11-05", "import/date-order"),
    "25/11/24": ("2024-11-25", "import/date-two-digit-year"),
    "NOV/23": ("2023-11", "import/date-two-digit-year"),
    "Dec-24": ("2024-12", "import/date-two-digit-year"),
    "Mars 23": ("2023-03", "import/date-two-digit-year"),
    "12-déc-24": ("2024-12-12", "import/date-two-digit-year"),
    "2020-05-10 22:36:26 UTC": ("2020-05-10", "import/date-time"),
    "2020-05-10T22:36:26.123+01:00": ("2020-05-10", "import/date-time"),
    "28/03/2023 à 10h30": ("2023-03-28", "import/date-time"),
    "lundi 28 mars 2023": ("2023-03-28", "import/date-weekday"),
    "printemps 2023": ("2023", "import/date-season"),
    "rentrée scolaire 2026": ("2026", "import/date-season"),
    "الدخول المدرسي 2026": ("2026", "import/date-season"),
    "prévu fin 2025": ("2025", "import/date-qualifier"),
    "1976-09-30": ("1976-09-30", "import/date-far"),
    "45013": ("2023-03-28", "import/date-serial"),
    "28 مارس الجاري": ("2023-03-28", "import/date-relative"),
    "28 courant": ("2023-04-28", "import/date-relative"),
    "28 من الشهر الجاري": ("2023-04-28", "import/date-relative"),
    "mars prochain": ("2024-03", "import/date-relative"),
    "دجنبر المنصرم": ("2022-12", "import/date-relative"),
    "السنة المقبلة": ("2024", "import/date-relative"),
}

NO_DATES = {
    "": "unread",
    " \u200f ": "unread",
    "à définir": "unread",
    "en continu": "unread",
    "annuel": "unread",
    "2 chemins/an": "unread",
    "1 réunion par trimestre": "unread",
    "dernier trimestre": "unread",
    "الربع الماضي 2025": "unread",
    "2023 (zone A) 2024 (zone B) ... 2025": "unread",
    "méta : 2023, OT : 2024": "unread",
    "12 mars 2024 sauf report": "unread",
    "12 mars 2024 14 mars 2024": "unread",
    "12 ou 13 mars 2024": "unread",
    "les 12 et 15 novembre 2024": "unread",
    "du 12 novembre 2024": "unread",
    "à partir de 2023-2024": "unread",
    "النصف الأول من شهر مارس 2024": "unread",
    "دورة تكوينية أكتوبر 2023": "unread",
    "session extraordinaire de mars 2025": "unread",
    "الدورة الأولى 2025": "unread",
    "دورة أكتوبر": "no-year",
    "الفصل الثاني": "no-year",
    "28": "unread",
    "T1": "no-year",
    "28 mars": "no-year",
    "de mars 2024 à juin": "no-year",
    "0612345678": "unread",
    "06-12-34-56-78": "unread",
    "192.168.10.12": "unread",
    "20240328": "unread",
    "2024¹": "unread",
    "2024*": "unread",
    "1445": "unread",
    "12/03/1445": "unread",
    "15 رمضان 1445": "unread",
    "3 jui. 2024": "unread",
    "Mars 05": "unread",
    "3/24": "unread",
    "30/02/2024": "impossible",
    "29 février 2023": "impossible",
    "31 أبريل 2024": "impossible",
    "2024-13-01": "impossible",
    "13/2024": "impossible",
    "12/31/2024": "impossible",
    "hiver 2023": "ambiguous",
    "March 12 - March 15, 2024": "ambiguous",
    "2025-2024": "backwards",
    "de novembre à février 2024": "backwards",
    "28 مارس الجاري": "no-document-date",
    "28 courant": "no-document-date",
    "mars prochain": "no-document-date",
}


@pytest.mark.parametrize(("text", "date"), PLAIN.items())
def test_date(text: str, date: str) -> None:
    assert read_date(text) == DateReading(date)


@pytest.mark.parametrize(("text", "span"), PERIODS.items())
def test_period(text: str, span: tuple[str, str]) -> None:
    assert read_date(text) == DateReading(*span, "period")


@pytest.mark.parametrize(("text", "expected"), OPEN.items())
def test_open_span(text: str, expected: tuple[str, str | None, str | None, str | None]) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.kind, reading.start, reading.end, reading.qualifier, reading.notes) == (*expected, ())


@pytest.mark.parametrize(("text", "expected"), QUALIFIED.items())
def test_qualifier(text: str, expected: tuple[str, str]) -> None:
    assert read_date(text) == DateReading(expected[0], qualifier=expected[1])


@pytest.mark.parametrize(("text", "expected"), NOTED.items())
def test_note(text: str, expected: tuple[str, str]) -> None:
    reading = read_date(text, WRITTEN)
    assert reading is not None
    assert (reading.start, reading.end, reading.notes) == (expected[0], None, (expected[1],))


@pytest.mark.parametrize(("text", "reason"), NO_DATES.items())
def test_no_date(text: str, reason: str) -> None:
    assert (read_date(text), why_unread(text)) == (None, f"import/date-{reason}")


def test_a_text_that_is_read_needs_no_reason() -> None:
    assert why_unread("mars 2024") is None


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("2024", False),
        ("jusqu’à fin 2025", False),
        ("fin 2025", True),
        ("printemps 2024", True),
        ("2024-05-10 9:30", True),
    ],
)
def test_words_that_say_more(text: str, more: bool) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.says_more is more


def test_vague_ends_make_a_span_approximate() -> None:
    assert read_date("de fin 2024 à mi-2025") == DateReading(
        "2024", "2025", "period", "circa", ("import/date-qualifier",)
    )


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("3/12/2024", "mdy", "2024-03-12"),
        ("12/31/2024", "mdy", "2024-12-31"),
        ("12/31/2024", None, "2024-12-31"),
        ("31/12/2024", None, "2024-12-31"),
        ("24/03/12", "ymd", "2024-03-12"),
        ("3/12/2024", None, None),
        ("31/12/2024", "mdy", None),
    ],
)
def test_order_of_digits(text: str, order: str | None, expected: str | None) -> None:
    reading = read_date(text, DateContext(order=order))  # type: ignore[arg-type]
    assert (reading and reading.start) == expected


def test_a_proven_order_needs_no_note() -> None:
    assert read_date("5/11/2024", DateContext(proven=True)) == DateReading("2024-11-05")


@pytest.mark.parametrize(
    ("text", "expected"), [("2024-25", ("2024", "2025")), ("2011-12", ("2011", "2012")), ("2011-11", ("2011-11", None))]
)
def test_short_spans_of_years(text: str, expected: tuple[str, str | None]) -> None:
    reading = read_date(text, DateContext(year_spans=True))
    assert reading is not None
    assert (reading.start, reading.end) == expected


def test_a_column_of_weeks_has_no_half_years() -> None:
    assert read_date("S2 2025", DateContext(weeks=True)) is None
    assert read_date("2e sem. 2025", DateContext(weeks=True)) is None


@pytest.mark.parametrize("text", ["1re sem. 2026", "1ère sem. 2026", "sem. 2 2026", "sem. 12 2026", "3e sem. 2026"])
def test_what_may_be_a_week_is_no_half_year(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("value", "date", "notes"),
    [
        (2024, "2024", ()),
        (2024.0, "2024", ()),
        (45013, "2023-03-28", ("serial",)),
        (45013.75, "2023-03-28", ("serial", "time")),
        (datetime.date(2024, 5, 1), "2024-05-01", ()),
        (datetime.datetime(2024, 5, 1), "2024-05-01", ()),  # noqa: DTZ001 - as workbooks give them
        (datetime.datetime(2024, 5, 1, 9, 30, tzinfo=datetime.UTC), "2024-05-01", ("time",)),
        (datetime.date(1905, 7, 16), "1905-07-16", ("far",)),
    ],
)
def test_values_that_are_no_text(value: object, date: str, notes: tuple[str, ...]) -> None:
    assert read_date(value) == DateReading(date, notes=tuple(f"import/date-{note}" for note in notes))


@pytest.mark.parametrize(
    "value", [None, True, 12, -1, 60, 2024.5, 350_000, 10**400, float("nan"), float("inf"), datetime.time(1), [2024]]
)
def test_values_that_are_no_date(value: object) -> None:
    assert why_unread(value) == "import/date-unread"


def test_days_counted_from_1904() -> None:
    reading = read_date(45013 - 1462, DateContext(epoch=1904))
    assert reading is not None
    assert reading.start == "2023-03-28"


def test_numbers_of_a_column_without_counts_of_days() -> None:
    context = DateContext(serials=False)
    assert [read_date(45013, context), read_date("45013", context), read_date(2024, context)] == [
        None,
        None,
        DateReading("2024"),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("mars/avril 2026", "2026-03", "2026-04"),
        ("mars / avril / mai 2026", "2026-03", "2026-05"),
        ("مارس/أبريل 2026", "2026-03", "2026-04"),
        ("T1/T2 2026", "2026-Q1", "2026-Q2"),
        ("mars-mai 2026", "2026-03", "2026-05"),
        ("de mars à mai 2026", "2026-03", "2026-05"),
        ("من مارس إلى ماي 2026", "2026-03", "2026-05"),
    ],
)
def test_months_that_share_a_year_are_a_period(text: str, start: str, end: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.kind, reading.start, reading.end) == ("period", start, end)


@pytest.mark.parametrize("text", ["mars/juin 2026", "avril/mars 2026"])
def test_months_that_do_not_follow_each_other_are_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["كانون الثاني/يناير 2026", "janvier/2026"])
def test_a_month_with_two_names_or_its_year_behind_a_slash_is_one(text: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.kind, reading.start) == ("date", "2026-01")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Todo 2026", "2026", None),
        ("A lo largo de 2026", "2026", None),
        ("A lo largo del año 2026", "2026", None),
        ("Durante todo el año 2026", "2026", None),
        ("Toute l’année 2026", "2026", None),
        ("Tout au long de 2025", "2025", None),
        ("Durant toute l'année 2026", "2026", None),
        ("Année 2026 entière", "2026", None),
        ("طيلة سنة 2026", "2026", None),
        ("على مدار سنة 2026", "2026", None),
        ("سنة 2026 كاملة", "2026", None),
        ("طيلة 2025-2026", "2025", "2026"),
        ("Throughout 2026", "2026", None),
        ("All year 2026", "2026", None),
    ],
)
def test_all_of_a_year_is_the_year(text: str, start: str, end: str | None) -> None:
    reading = read_date(text)
    assert reading
    assert (reading.start, reading.end) == (start, end)


@pytest.mark.parametrize("text", ["2025→2027", "2025 -> 2027", "2025 => 2027", "٢٠٢٥ → ٢٠٢٧"])
def test_years_with_an_arrow_between_them_are_a_period(text: str) -> None:
    assert read_date(text) == DateReading("2025", "2027", "period")


@pytest.mark.parametrize("text", ["31/12/2025 → 30/06/2026", "2025 → ?", "2027 → 2025"])
def test_other_arrows_may_say_that_something_was_put_off(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["Toute l'année", "طيلة السنة", "Todo el año", "All year", "Tout"])
def test_all_of_a_year_that_is_not_named_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Début : 01/03/2025 – Fin : 31/12/2025", "2025-03-01", "2025-12-31"),
        ("Début 03/2025, fin 06/2027", "2025-03", "2027-06"),
        ("Démarrage : mars 2025\nAchèvement : juin 2027", "2025-03", "2027-06"),
        ("Début : mars ; Fin : juin 2026", "2026-03", "2026-06"),
        ("Start: March 2025; End: June 2026", "2025-03", "2026-06"),
        ("Inicio: 01/03/2025 Fin: 31/12/2025", "2025-03-01", "2025-12-31"),
        ("البداية: مارس 2025، النهاية: يونيو 2026", "2025-03", "2026-06"),
    ],
)
def test_a_word_before_either_end_tells_a_span(text: str, start: str, end: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.start, reading.end, reading.kind) == (start, end, "period")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Début : 31/12/2025 – Fin : 01/03/2025", "import/date-backwards"),
        ("Début : 31/02/2025 - Fin : 31/12/2025", "import/date-impossible"),
        ("Début : 2025 – Fin : 6 mois", "import/date-unread"),
        ("Début : mars 2025 – Fin : à définir", "import/date-unread"),
        ("Début : 03/2025 Fin : 06/2027 et 07/2028", "import/date-unread"),
    ],
)
def test_words_before_ends_that_are_no_dates_read_nothing(text: str, code: str) -> None:
    assert (read_date(text), why_unread(text)) == (None, code)
