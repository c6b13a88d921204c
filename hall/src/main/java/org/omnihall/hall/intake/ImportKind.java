package org.omnihall.hall.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.omnihall.hall.shell.Right;

/** One kind of table that can be imported. A bean of this type is offered on the screen and by the command {@code import}. */
public interface ImportKind {

    /** The name that is typed, such as {@code accounts}. Its text on screens is {@code intake.kind.NAME}. */
    String name();

    /** The columns of the file's head line, in their order. */
    List<String> columns();

    /** What the importer must be allowed besides {@link Right#IMPORT}. */
    Right right();

    /** Begins the import of one file, inside the transaction in which all of it will be done or none. */
    Loading begin(String actor);

    /**
     * The import of one file. A dry run does the same and is rolled back at the end, so it finds exactly what the real run would find. Rows
     * may be written at once or collected for a COPY in {@link #finish()}.
     */
    interface Loading {

        /**
         * A loading that writes each line for itself.
         *
         * @param write writes a line and gives what is wrong with it
         */
        static Loading lineByLine(Function<Line, List<LineFault>> write) {
            return new Loading() {
                @Override
                public List<LineFault> take(List<Line> lines) {
                    return lines.stream()
                            .flatMap(line -> write.apply(line).stream())
                            .toList();
                }

                @Override
                public List<LineFault> finish() {
                    return List.of();
                }
            };
        }

        /** Takes some lines, a thousand at most; gives what is wrong with them. After the first fault nothing needs to be written. */
        List<LineFault> take(List<Line> lines);

        /** All lines were taken. Gives what only the whole table shows, such as a name that comes twice. */
        List<LineFault> finish();
    }

    /**
     * One line of the file.
     *
     * @param number where it begins in the file, from 1
     * @param values as many as there are columns, without spaces around them
     */
    record Line(long number, List<String> values) {

        public Line {
            values = List.copyOf(values);
        }

        public String value(int column) {
            return values.get(column);
        }

        /** The values by the names of their columns. */
        public Map<String, String> named(List<String> columns) {
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                named.put(columns.get(i), value(i));
            }
            return named;
        }

        /** Says what is wrong with several columns of this line: their names, and the texts for people. */
        public List<LineFault> faults(Map<String, String> wordKeys) {
            return wordKeys.entrySet().stream()
                    .map(fault -> fault(fault.getKey(), fault.getValue()))
                    .toList();
        }

        /** Says what is wrong with a column of this line. */
        public LineFault fault(String column, String wordKey) {
            return new LineFault(number, column, wordKey);
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param column the column's name, or empty where the line as a whole is wrong
     * @param wordKey the text for people, such as {@code intake.fault.UNKNOWN_PROFILE}
     */
    record LineFault(long line, String column, String wordKey) {}
}
