package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptIdsTest {

    @Test
    void findsAnIdThatWasAnsweredInHexadecimalAndReceiptedInDecimal() {
        assertThat(ReceiptIds.candidates("0000000255")).contains(ReceiptIds.kept("00FF"));
    }

    @Test
    void findsAnIdThatWasAnsweredInDecimalAndReceiptedInHexadecimal() {
        assertThat(ReceiptIds.candidates("000000ff")).contains(ReceiptIds.kept("0255"));
    }

    @Test
    void takesTheSameFormBeforeAnyOther() {
        assertThat(ReceiptIds.candidates("0010")).isEqualTo(List.of("10", "a", "16"));
    }

    @Test
    void leavesNamesAndEndlessDigitsAlone() {
        assertThat(ReceiptIds.candidates("msg-7-Z")).isEqualTo(List.of("msg-7-z"));
        assertThat(ReceiptIds.candidates("9".repeat(33))).hasSize(1);
        assertThat(ReceiptIds.candidates("000")).isEqualTo(List.of("0"));
    }
}
