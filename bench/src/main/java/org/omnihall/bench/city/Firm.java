package org.omnihall.bench.city;

import java.util.List;

/**
 * A made-up company.
 *
 * @param members how many subscribers it has
 * @param paying whether it pays for them
 */
record Firm(
        int index,
        Places.Town town,
        String grid,
        String name,
        String industry,
        Size size,
        int members,
        boolean paying) {

    /** The official sizes, and what goes with them. */
    enum Size {
        LARGE(150, 600),
        MEDIUM(20, 140),
        SMALL(4, 18),
        MICRO(1, 3);

        private final int least;
        private final int most;

        Size(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    /** A letter of GB/T 4754 and what such companies call themselves. */
    private record Trade(String letter, double weight, String noun) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("F", 26, "商贸"),
            new Trade("H", 18, "餐饮"),
            new Trade("C", 15, "制造"),
            new Trade("I", 10, "信息技术"),
            new Trade("L", 8, "商务服务"),
            new Trade("G", 6, "物流"),
            new Trade("E", 5, "建设"),
            new Trade("O", 4, "生活服务"),
            new Trade("P", 3, "教育"),
            new Trade("Q", 2, "医疗"),
            new Trade("R", 2, "文化"),
            new Trade("J", 1, "投资"));
    private static final List<String> FIRST =
            List.of("瑞", "宏", "嘉", "鑫", "恒", "永", "华", "天", "海", "东", "新", "德", "云", "江", "泰", "金", "远", "明", "盛", "丰");
    private static final List<String> SECOND =
            List.of("通", "达", "源", "和", "安", "信", "隆", "泽", "图", "捷", "美", "兴", "诚", "禾", "创", "宁", "福", "悦", "林", "川");
    private static final Size[] SIZES = Size.values();
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CHECKED = 17;

    static Firm of(CityPlan plan, int index) {
        Dice dice = plan.dice(CityPlan.Subject.COMPANY, index);
        Places.Town town = Places.town(dice);
        Trade trade = TRADES.get(
                dice.weighted(TRADES.stream().mapToDouble(Trade::weight).toArray()));
        Size size = List.of(SIZES).get(dice.weighted(1.5, 8, 24, 66.5));
        String name = town.name().substring(0, 2) + dice.one(FIRST) + dice.one(SECOND) + trade.noun() + "有限公司";
        return new Firm(
                index,
                town,
                dice.one(town.grids()),
                name,
                trade.letter(),
                size,
                dice.between(size.least, size.most),
                dice.happens(0.4));
    }

    /** A unified social credit code that nobody has: the right form and check character, a running number for the rest (GB 32100). */
    String code() {
        String seventeen = "91" + town.code() + "MA%07d".formatted(index);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < CHECKED; i++) {
            sum += SIGNS.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % SIGNS.length();
        }
        return seventeen + SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
    }
}
