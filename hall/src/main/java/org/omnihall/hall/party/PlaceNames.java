package org.omnihall.hall.party;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Provinces and cities under the English names that are our keys, found by the names that tables write. */
public final class PlaceNames {

    private static final List<Entry> ENTRIES = read();
    private static final Map<String, String> PROVINCES = provinces();

    private record Entry(String province, String city, String chineseProvince, String chineseCity) {}

    private PlaceNames() {}

    /** The key of a province, from 浙江, 浙江省 or Zhejiang; nothing for one that China does not have. */
    static Optional<String> province(String written) {
        String bare = written.strip().replaceFirst("(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "");
        return Optional.ofNullable(PROVINCES.get(bare));
    }

    /** The key of a city in a province, from 杭州, 杭州市 or Hangzhou; a city that the list lacks keeps the name it has. */
    static String city(String province, String written) {
        String name = written.strip();
        String bare = name.replaceFirst("(?<=..)(市|地区|盟|州)$", "");
        return ENTRIES.stream()
                .filter(entry -> entry.province().equals(province))
                .filter(entry -> entry.city().equalsIgnoreCase(name)
                        || (!bare.isEmpty() && entry.chineseCity().startsWith(bare)))
                .map(Entry::city)
                .findFirst()
                .orElse(name);
    }

    /** What people read: the Chinese names where they read Chinese, and the key where we know none. */
    public static String shown(SegmentPlace place, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String province = chinese ? chinese(place.province()) : place.province();
        String city = chinese ? chinese(place.province(), place.city()) : place.city();
        if (province.isEmpty() || place.city().isEmpty() || place.city().equals(place.province())) {
            return province.isEmpty() ? "–" : province;
        }
        return chinese ? province + " " + city : city + ", " + province;
    }

    private static String chinese(String province) {
        return ENTRIES.stream()
                .filter(entry -> entry.province().equals(province))
                .map(Entry::chineseProvince)
                .findFirst()
                .orElse(province);
    }

    private static String chinese(String province, String city) {
        return ENTRIES.stream()
                .filter(entry ->
                        entry.province().equals(province) && entry.city().equals(city))
                .map(Entry::chineseCity)
                .findFirst()
                .orElse(city);
    }

    private static Map<String, String> provinces() {
        Map<String, String> names = new HashMap<>();
        for (Entry entry : ENTRIES) {
            names.put(entry.province(), entry.province());
            names.put(entry.chineseProvince(), entry.province());
        }
        return Map.copyOf(names);
    }

    private static List<Entry> read() {
        var resource = Objects.requireNonNull(PlaceNames.class.getResourceAsStream("/party/places.csv"));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(fields -> new Entry(fields[0], fields[1], fields[2], fields[3]))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
