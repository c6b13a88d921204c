package org.omnihall.hall.access.login;

import java.util.Arrays;
import java.util.Optional;

/** A remark above a form. Its name stands in the page's address, so it says nothing that the page does not show anyway. */
enum Say {
    NUMBER_UNREADABLE,
    TOO_MANY,
    PICTURE,
    PICTURE_WRONG,
    SENT_AGAIN,
    COOLING_DOWN,
    NOT_SENT,
    CODE_UNREADABLE,
    CODE_WRONG,
    CODE_TRIES_SPENT,
    CODE_DAY_SPENT,
    CODE_EXPIRED,
    SLOT_EARLY,
    CLICK_NOTED,
    LOG_OUT_FAILED;

    static Optional<Say> named(Optional<String> name) {
        return name.flatMap(text ->
                Arrays.stream(values()).filter(say -> say.name().equals(text)).findFirst());
    }

    /** The key of its sentence. */
    String word() {
        return "login.say." + name();
    }
}
