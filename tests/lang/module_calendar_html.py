# Months and years as tables of HTML.
import calendar

page = calendar.HTMLCalendar()
print(page.formatmonth(2024, 2))
print(page.formatmonth(2024, 2, withyear=False))
print(page.formatyear(2023, 4))
print(page.formatyearpage(2023, css=None))
print(page.formatyearpage(2023, 2, "häuser.css", "ascii"))
print(page.formatweekheader(), page.formatweekday(2), page.formatday(0, 3), sep="\n")


class Red(calendar.HTMLCalendar):
    cssclasses = [css + " day" for css in calendar.HTMLCalendar.cssclasses]
    cssclass_month_head = "red"

    def formatday(self, day, weekday):
        return super().formatday(day, weekday) if day != 24 else "<td>the day</td>"


print(Red(6).formatmonth(2025, 12))
