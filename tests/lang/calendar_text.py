import calendar

for year, month in [(2024, 2), (2023, 10), (1900, 2), (2000, 1)]:
    calendar.prmonth(year, month)
    print(calendar.monthrange(year, month)[1], calendar.monthcalendar(year, month))
print(calendar.TextCalendar(6).formatyear(2025, m=4))
print([calendar.isleap(y) for y in (1900, 2000, 2023, 2024)], calendar.leapdays(1900, 2025))
print(list(calendar.day_name), list(calendar.month_abbr), calendar.weekheader(3))
for bad in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9)):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__, e)
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays2(2024, 2))[:5], list(c.itermonthdates(2024, 2))[0])
print([str(d) for week in c.monthdatescalendar(2024, 9)[:1] for d in week], int(calendar.weekday(2024, 5, 17)))
print(calendar.timegm((2024, 5, 17, 10, 20, 30)))
