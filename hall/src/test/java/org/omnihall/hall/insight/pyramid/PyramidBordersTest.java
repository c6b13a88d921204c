package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Town;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The borders of the pyramid on screens: their effect before they are published, the way back, and who may change them. */
@HallTest
class PyramidBordersTest extends PyramidFigures {

    @Autowired
    PyramidBordersTest(@LocalServerPort int port, ApplicationContext hall) {
        super(port, hall);
    }

    @Test
    void showsTheEffectOfBordersBeforeTheyArePublishedAndGoesBack() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        boss.get("/pyramid/borders");
        String effect = boss.post("/pyramid/borders/preview", draft("SPEND", "35", "15"))
                .body();
        assertThat(effect).contains("Effect with the values in force", "Publish", "value=\"35\"", "25.0 %", "66.7 %");
        assertThat(pyramids().newest().version()).as("nothing is changed").isEqualTo(1);
        assertThat(ConsoleBrowser.location(boss.post("/pyramid/borders", draft("SPEND", "35", "15"))))
                .isEqualTo("/pyramid/borders");
        long published = pyramids().newest().version();
        assertThat(published).isGreaterThan(1);
        assertThat(pyramids().newest().tiers().getFirst().border()).contains(3_500L);
        assertThat(boss.get("/pyramid").body()).contains("takes effect with the next computation");
        boss.post("/pyramid/borders/1/again");
        assertThat(pyramids().newest().againOf()).contains(1L);
        assertThat(pyramids().newest().tiers())
                .isEqualTo(pyramids().find(1).orElseThrow().tiers());
        assertThat(boss.get("/pyramid/borders/" + published).body())
                .contains("value=\"35.00\"", "Effect with the values in force", "action=\"/pyramid/borders\"");
        assertThat(db.sql("select act from audit.entry where act like 'pyramid.%' and subject in (?, ?) order by id")
                        .params(
                                "pyramid:" + published,
                                "pyramid:" + pyramids().newest().version())
                        .query(String.class)
                        .list())
                .containsExactly("pyramid.publish", "pyramid.publish-again");
        assertThat(boss.post("/pyramid/borders/99999/again").statusCode()).isEqualTo(404);
        assertThat(boss.get("/pyramid/borders/preview").body())
                .as("a page that is loaded again")
                .contains("Look at the effect")
                .doesNotContain("Effect with the values in force");
    }

    @Test
    void refusesWhatIsNoPyramidAndGivesWhatWasTypedBack() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        boss.get("/pyramid/borders");
        String heavy = boss.post("/pyramid/borders/preview", draft("SPEND", "30", "25"))
                .body();
        assertThat(heavy)
                .contains("would not be smaller", "value=\"30\"")
                .doesNotContain("action=\"/pyramid/borders\"");
        assertThat(boss.post("/pyramid/borders", draft("SPEND", "30", "25")).body())
                .contains("would not be smaller");
        assertThat(boss.post("/pyramid/borders", draft("SPEND", "15", "35")).body())
                .contains("each is beyond");
        assertThat(boss.post("/pyramid/borders/preview", draft("SPEND", "much", "15"))
                        .body())
                .contains("is-invalid", "value=\"much\"");
        assertThat(pyramids().newest().version()).isEqualTo(1);
    }

    @Test
    void keepsChangesFromThoseWhoMayOnlySee() {
        ConsoleBrowser auditor = boss("auditor", "/");
        assertThat(auditor.get("/pyramid").body())
                .contains("No values yet")
                .doesNotContain("action=\"/pyramid/compute\"");
        auditor.get("/pyramid/borders");
        assertThat(auditor.post("/pyramid/borders", draft("SPEND", "35", "15")).statusCode())
                .isEqualTo(403);
        assertThat(auditor.post("/pyramid/compute").statusCode()).isEqualTo(403);
        assertThat(boss("clerk", "/").get("/pyramid").statusCode()).isEqualTo(403);
    }

    @Test
    void keepsWhatIsEverybodysFromWhoAnswersForAnAreaOnly() {
        compute();
        ConsoleBrowser local = boss("administrator", Town.NINGBO);
        assertThat(local.get("/pyramid").body()).contains("Diamond").doesNotContain("action=\"/pyramid/compute\"");
        assertThat(local.get("/pyramid/runs").body())
                .contains("In force")
                .doesNotContain("action=\"/pyramid/compute\"");
        assertThat(local.get("/pyramid/borders/1").body())
                .contains("Diamond")
                .doesNotContain("action=\"/pyramid/borders\"", "Look at the effect");
        assertThat(local.post("/pyramid/borders", draft("SPEND", "35", "15")).statusCode())
                .isEqualTo(403);
        assertThat(local.post("/pyramid/borders/1/again").statusCode()).isEqualTo(403);
        assertThat(local.post("/pyramid/compute").statusCode()).isEqualTo(403);
        assertThat(pyramids().newest().version()).isEqualTo(1);
    }

    private static String[] draft(String cut, String first, String second) {
        return new String[] {
            "cut",
            cut,
            "zh1",
            "金",
            "en1",
            "Gold",
            "class1",
            "KEY",
            "border1",
            first,
            "zh2",
            "银",
            "en2",
            "Silver",
            "class2",
            "BUSINESS",
            "border2",
            second,
            "zh3",
            "铜",
            "en3",
            "Bronze",
            "class3",
            "ORDINARY",
            "border3",
            ""
        };
    }
}
