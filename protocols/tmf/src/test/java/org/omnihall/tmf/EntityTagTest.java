package org.omnihall.tmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", " \"6\", \"7\" "})
    void acceptsWhoHasSeenThisVersion(String ifMatch) {
        assertThatCode(() -> new EntityTag(7).require(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", "", "\"77\""})
    void refusesWhoHasNot(String ifMatch) {
        assertThatThrownBy(() -> new EntityTag(7).require(ifMatch)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code().status()).isEqualTo(412);
            assertThat(problem).hasMessageContaining("\"7\"");
        });
    }

    @Test
    void givesProblemsTheShapeOfTheGuideline() {
        assertThat(new Problem(Problem.Code.NOT_FOUND, "There is no product 7").toBody())
                .isEqualTo(Samples.object("""
                        {"code": "NOT_FOUND", "reason": "There is no such resource", "message": "There is no product 7", "status": "404",
                         "@type": "Error"}
                        """));
    }
}
