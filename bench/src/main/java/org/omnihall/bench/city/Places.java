package org.omnihall.bench.city;

import java.util.List;

/** The Areas and grids of the city: three cities of one province, as the demo's access controllers know them. */
final class Places {

    /**
     * A city.
     *
     * @param code of its certificates and registrations (GB/T 2260)
     * @param weight how many of a hundred live there
     */
    record Town(String path, String name, String code, double weight, List<String> grids) {}

    static final List<Town> TOWNS = List.of(
            new Town("/zj/hz/", "杭州 Hangzhou", "330106", 45, List.of("武林网格", "西湖网格", "钱江新城网格", "滨江网格", "余杭网格", "萧山网格")),
            new Town("/zj/nb/", "宁波 Ningbo", "330203", 35, List.of("三江口网格", "鄞州网格", "江北网格", "北仑网格")),
            new Town("/zj/wz/", "温州 Wenzhou", "330302", 20, List.of("鹿城网格", "瓯海网格", "龙湾网格")));

    static final String PROVINCE = "/zj/";
    static final String PROVINCE_NAME = "浙江 Zhejiang";

    private Places() {}

    static Town town(Dice dice) {
        return TOWNS.get(dice.weighted(TOWNS.stream().mapToDouble(Town::weight).toArray()));
    }
}
