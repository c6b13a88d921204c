package org.omnihall.bench.city;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What a person paid in each whole month of the year. */
final class Spend {

    private static final int MONTHS = 12;
    private static final double NOISE = 0.18;
    private static final double NOTHING = 0.01;

    /** Weights of the months, January first: holidays are spent travelling and calling. */
    private static final double[] SEASON = {1.06, 1.12, 0.98, 0.97, 1.0, 0.98, 1.03, 1.04, 0.99, 1.05, 0.96, 0.98};

    /** One line of the file. */
    record Line(YearMonth month, long fen) {}

    private Spend() {}

    static List<Line> of(CityPlan plan, Person person) {
        Dice dice = plan.dice(CityPlan.Subject.SPEND, person.index());
        double trend = (dice.share() - 0.45) / 60;
        List<Line> lines = new ArrayList<>();
        YearMonth last = YearMonth.from(plan.lastDay());
        for (int back = MONTHS; back >= 1; back--) {
            YearMonth month = last.minusMonths(back);
            double mean = person.monthlyFen() * SEASON[month.getMonthValue() - 1] * (1 + trend * (MONTHS - back));
            double paid = dice.happens(NOTHING) ? 0 : dice.logNormal(mean, NOISE);
            if (!month.isBefore(YearMonth.from(person.joined()))) {
                lines.add(new Line(month, Math.round(paid)));
            }
        }
        return lines;
    }
}
