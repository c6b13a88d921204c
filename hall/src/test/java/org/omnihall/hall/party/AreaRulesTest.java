package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.party.AreaChange.Reason;

class AreaRulesTest {

    private static final Area ROOT = new Area(1, "/", "All");
    private static final Area ZHEJIANG = new Area(2, "/zj/", "Zhejiang");
    private static final Area HANGZHOU = new Area(3, "/zj/hz/", "Hangzhou");
    private static final Area JIANGSU = new Area(4, "/js/", "Jiangsu");
    private static final Area DEEP = new Area(5, "/a/b/c/d/e/f/", "Deep");
    private static final Area FIFTH = new Area(6, "/a/b/c/d/e/", "Fifth");
    private static final List<Area> TREE = List.of(ROOT, ZHEJIANG, HANGZHOU, JIANGSU, FIFTH, DEEP);

    @Test
    void anAreaKnowsItsPlace() {
        assertThat(HANGZHOU.depth()).isEqualTo(2);
        assertThat(HANGZHOU.parentPath()).isEqualTo("/zj/");
        assertThat(HANGZHOU.code()).isEqualTo("hz");
        assertThat(ZHEJIANG.parentPath()).isEqualTo("/");
        assertThat(ROOT.depth()).isZero();
        assertThat(ROOT.parentPath()).isEqualTo("/");
    }

    @Test
    void addsBelowAKnownAreaUnderAFreeCode() {
        assertThat(AreaRules.refusesNew(TREE, "/zj/", "nb", "Ningbo")).isEmpty();
        assertThat(AreaRules.refusesNew(TREE, "/zj/", "hz", "Again")).contains(Reason.TAKEN);
        assertThat(AreaRules.refusesNew(TREE, "/gd/", "sz", "Shenzhen")).contains(Reason.UNKNOWN);
        assertThat(AreaRules.refusesNew(TREE, "/zj/", "N/B", "Ningbo")).contains(Reason.BAD_CODE);
        assertThat(AreaRules.refusesNew(TREE, "/zj/", "x".repeat(21), "Long")).contains(Reason.BAD_CODE);
        assertThat(AreaRules.refusesNew(TREE, "/zj/", "nb", " ")).contains(Reason.NO_NAME);
    }

    @Test
    void nestsSixDeepAndNoDeeper() {
        assertThat(AreaRules.refusesNew(TREE, FIFTH.path(), "g", "Sixth")).isEmpty();
        assertThat(AreaRules.refusesNew(TREE, DEEP.path(), "g", "Seventh")).contains(Reason.TOO_DEEP);
        assertThat(AreaRules.refusesMove(TREE, HANGZHOU, FIFTH.path())).isEmpty();
        assertThat(AreaRules.refusesMove(TREE, ZHEJIANG, FIFTH.path())).contains(Reason.TOO_DEEP);
    }

    @Test
    void movesButNotIntoItselfNorTheRoot() {
        assertThat(AreaRules.refusesMove(TREE, HANGZHOU, "/js/")).isEmpty();
        assertThat(AreaRules.refusesMove(TREE, ZHEJIANG, "/zj/hz/")).contains(Reason.INTO_ITSELF);
        assertThat(AreaRules.refusesMove(TREE, ZHEJIANG, "/zj/")).contains(Reason.INTO_ITSELF);
        assertThat(AreaRules.refusesMove(TREE, ROOT, "/zj/")).contains(Reason.ROOT);
        assertThat(AreaRules.refusesMove(TREE, HANGZHOU, "/zj/")).contains(Reason.TAKEN);
    }
}
