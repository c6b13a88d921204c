package org.omnihall.bench.city;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** When people turn to the operator: more in the days of the bill, less in shops at the Spring Festival, by the hours of each kind of channel. */
final class Rhythm {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 365;
    private static final int BILL_DAYS = 6;
    private static final double BILL = 1.8;
    private static final double WEEKEND = 1.25;
    private static final double FESTIVAL = 0.45;
    private static final double BUSIEST = BILL * WEEKEND;
    private static final int OPENS = 9;

    /** Weights of the hours from nine to six, and of a whole day. */
    private static final double[] SHOP_HOURS = {6, 10, 9, 5, 7, 10, 11, 9, 6};

    private static final double[] DAY_HOURS = {
        2, 1, 0.5, 0.3, 0.3, 0.8, 2, 4, 7, 9, 10, 9, 11, 8, 7, 7, 7, 8, 9, 11, 13, 12, 8, 4
    };

    private Rhythm() {}

    /** A moment within the year before the last day, or within what a customer has seen of it. */
    static Instant moment(Dice dice, LocalDate lastDay, LocalDate notBefore, Outlet.Kind kind) {
        LocalDate day = day(dice, lastDay, notBefore, kind);
        int hour = isStaffed(kind) ? OPENS + dice.weighted(SHOP_HOURS) : dice.weighted(DAY_HOURS);
        return day.atTime(LocalTime.of(hour, dice.below(60), dice.below(60)))
                .atZone(ZONE)
                .toInstant();
    }

    /** The first moment after a day. */
    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private static LocalDate day(Dice dice, LocalDate lastDay, LocalDate notBefore, Outlet.Kind kind) {
        long most = Math.clamp(ChronoUnit.DAYS.between(notBefore, lastDay), 1, DAYS);
        while (true) {
            LocalDate day = lastDay.minusDays(dice.below((int) most));
            if (dice.share() * BUSIEST < weight(day, kind)) {
                return day;
            }
        }
    }

    private static double weight(LocalDate day, Outlet.Kind kind) {
        double weight = day.getDayOfMonth() < BILL_DAYS ? BILL : 1;
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (isStaffed(kind) && kind != Outlet.Kind.MANAGER && weekend) {
            weight *= WEEKEND;
        }
        if (kind == Outlet.Kind.MANAGER && weekend) {
            weight = 0.05;
        }
        return isStaffed(kind) && day.getMonthValue() == 2 && day.getDayOfMonth() < 25 && day.getDayOfMonth() > 14
                ? weight * FESTIVAL
                : weight;
    }

    private static boolean isStaffed(Outlet.Kind kind) {
        return !kind.isElectronic();
    }
}
