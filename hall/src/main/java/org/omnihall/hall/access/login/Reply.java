package org.omnihall.hall.access.login;

import java.util.Optional;

/** What the browser sees next. */
sealed interface Reply {

    /** The handle's page, with a remark. */
    record Show(Optional<Say> say) implements Reply {

        static Show plain() {
            return new Show(Optional.empty());
        }

        static Show with(Say say) {
            return new Show(Optional.of(say));
        }
    }

    /** The same form again with a picture to be read, and with what was typed. */
    record Picture(Say say, String typed) implements Reply {
        @Override
        public String toString() {
            return "Picture[" + say + "]";
        }
    }
}
