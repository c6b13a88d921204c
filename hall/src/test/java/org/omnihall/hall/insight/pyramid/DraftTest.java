package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.shell.Typed;

/** What may be published, whatever customers are worth. */
class DraftTest {

    @Test
    void takesFallingYuanAndRisingShares() {
        assertThat(new Draft(Cut.SPEND, tiers(300, 200)).fault()).isEmpty();
        assertThat(new Draft(Cut.SHARE, tiers(1, 999)).fault()).isEmpty();
    }

    @Test
    void refusesBordersThatDoNotGoTheirWay() {
        assertThat(new Draft(Cut.SPEND, tiers(200, 200)).fault()).contains(PyramidFault.BORDERS);
        assertThat(new Draft(Cut.SPEND, tiers(200, 300)).fault()).contains(PyramidFault.BORDERS);
        assertThat(new Draft(Cut.SHARE, tiers(300, 200)).fault()).contains(PyramidFault.BORDERS);
        assertThat(new Draft(Cut.SHARE, tiers(0, 200)).fault()).contains(PyramidFault.BORDERS);
        assertThat(new Draft(Cut.SHARE, tiers(1, 1_000)).fault()).contains(PyramidFault.BORDERS);
    }

    @Test
    void refusesALowestTierWithABorderAndAnotherWithout() {
        List<PyramidTier> bordered = new ArrayList<>(tiers(300).subList(0, 1));
        bordered.add(tier(2, BaseClass.ORDINARY, Optional.of(100L)));
        assertThat(new Draft(Cut.SPEND, bordered).fault()).contains(PyramidFault.BORDERS);
        List<PyramidTier> gap = List.of(
                tier(1, BaseClass.KEY, Optional.empty()),
                tier(2, BaseClass.ORDINARY, Optional.of(1L)),
                tier(3, BaseClass.ORDINARY, Optional.empty()));
        assertThat(new Draft(Cut.SPEND, gap).fault()).contains(PyramidFault.BORDERS);
    }

    @Test
    void needsTwoTiersWithNamesOfTheirOwn() {
        assertThat(new Draft(Cut.SPEND, tiers()).fault()).contains(PyramidFault.TIERS);
        PyramidTier one = new PyramidTier(1, "金", "Gold", BaseClass.KEY, Optional.of(5L));
        PyramidTier same = new PyramidTier(2, "银", "Gold", BaseClass.KEY, Optional.empty());
        assertThat(new Draft(Cut.SPEND, List.of(one, same)).fault()).contains(PyramidFault.NAMES);
    }

    @Test
    void keepsTheClassesInOrder() {
        List<PyramidTier> turned =
                List.of(tier(1, BaseClass.ORDINARY, Optional.of(9L)), tier(2, BaseClass.KEY, Optional.empty()));
        assertThat(new Draft(Cut.SPEND, turned).fault()).contains(PyramidFault.CLASSES);
    }

    @Test
    void readsItsFormAndWritesIt() {
        Map<String, String> typed =
                new HashMap<>(Map.of("cut", "SHARE", "zh1", "金", "en1", "Gold", "class1", "KEY", "border1", "2.5"));
        typed.putAll(Map.of("zh3", "普通", "en3", "Rest", "class3", "ORDINARY", "class2", "KEY"));
        Typed form = new Typed(typed);
        Draft draft = DraftForm.read(form);
        assertThat(form.faults()).isEmpty();
        assertThat(draft.tiers()).extracting(PyramidTier::border).containsExactly(Optional.of(25L), Optional.empty());
        assertThat(draft.fault()).isEmpty();
        assertThat(DraftForm.shown(Cut.SHARE, 25)).isEqualTo("2.5");
        assertThat(DraftForm.shown(Cut.SPEND, 12_345)).isEqualTo("123.45");
    }

    @Test
    void saysWhichFieldIsWrong() {
        Typed form = new Typed(Map.of("cut", "SHARE", "zh1", "金", "border1", "2.55"));
        DraftForm.read(form);
        assertThat(form.faults()).containsOnlyKeys("en1", "class1", "border1");
    }

    private static List<PyramidTier> tiers(long... borders) {
        List<PyramidTier> tiers = new ArrayList<>();
        for (int i = 0; i <= borders.length; i++) {
            tiers.add(tier(i + 1, BaseClass.ORDINARY, i < borders.length ? Optional.of(borders[i]) : Optional.empty()));
        }
        return tiers;
    }

    private static PyramidTier tier(int place, BaseClass of, Optional<Long> border) {
        return new PyramidTier(place, "层" + place, "T" + place, of, border);
    }
}
