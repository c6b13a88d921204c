package org.omnihall.bench.city;

import java.time.LocalDate;
import java.util.List;

/**
 * A made-up holder of a number, and how he lives: what he spends, and by which channels he turns to the operator.
 *
 * @param monthlyFen what he spends in an ordinary month
 * @param electronic how likely he takes an electronic channel where a store would do
 * @param joined when he became a customer
 */
record Person(
        int index,
        Places.Town town,
        String name,
        LocalDate born,
        double monthlyFen,
        double electronic,
        LocalDate joined) {

    private static final List<String> FAMILIES =
            List.of("王", "李", "张", "陈", "刘", "周", "吴", "徐", "朱", "林", "杨", "黄", "赵", "沈", "郑", "何", "金", "叶", "潘", "章");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "敏", "静", "磊", "洋", "艳", "勇", "娟", "杰", "丽华", "建国", "志强", "晓明", "雨欣", "子涵", "浩然", "思远", "佳怡",
            "文博", "秀英", "国栋", "海燕", "俊杰", "梦琪", "春梅", "立新", "一鸣", "若曦", "永康");

    private static final long FIRST_NUMBER = 13_857_100_000L;
    private static final int OLDEST = 80;
    private static final int YOUNGEST = 18;
    private static final double MEDIAN_FEN = 5_800;
    private static final double SIGMA = 0.75;
    private static final double NEW = 0.03;
    private static final int LONGEST_MONTHS = 180;
    private static final int YEAR_MONTHS = 11;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    static Person of(CityPlan plan, int index) {
        Dice dice = plan.dice(CityPlan.Subject.PERSON, index);
        int age = Math.min(OLDEST, YOUNGEST + (int) dice.logNormal(20, 0.6));
        LocalDate born = plan.lastDay().minusYears(age).minusDays(dice.below(365));
        boolean fresh = dice.happens(NEW);
        int months = fresh ? dice.below(6) : dice.between(YEAR_MONTHS, LONGEST_MONTHS);
        double young = (OLDEST - age) / (double) (OLDEST - YOUNGEST);
        return new Person(
                index,
                Places.town(dice),
                dice.one(FAMILIES) + dice.one(GIVEN),
                born,
                dice.logNormal(MEDIAN_FEN * (0.8 + 0.5 * young), SIGMA),
                Math.clamp(0.15 + 0.65 * young + 0.2 * (dice.share() - 0.5), 0.02, 0.98),
                plan.lastDay().minusMonths(months).minusDays(dice.below(28)));
    }

    /** The first numbers are those of the demo's phones. */
    String number() {
        return Long.toString(FIRST_NUMBER + index);
    }

    /** An identity card's number that nobody has: the right form and check character, a running number for the rest (GB 11643). */
    String certificate() {
        String seventeen = "%s%04d%02d%02d%03d"
                .formatted(town.code(), born.getYear(), born.getMonthValue(), born.getDayOfMonth(), index % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + CHECKS.charAt(sum % CHECKS.length());
    }
}
