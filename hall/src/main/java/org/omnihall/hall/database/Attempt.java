package org.omnihall.hall.database;

import java.util.function.IntConsumer;

/** How an attempt of a {@link GroupWriter} to write a group came out. */
sealed interface Attempt {

    record Done(IntConsumer next) implements Attempt {}

    record Away() implements Attempt {}

    record Broken() implements Attempt {}
}
