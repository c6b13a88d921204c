package org.omnihall.hall.intake;

import java.util.List;
import java.util.function.Consumer;
import org.omnihall.hall.shell.Right;

/** One kind of table that can be exported. A bean of this type is offered on the screen and by the command {@code export}. */
public interface ExportKind {

    /** The name that is typed, such as {@code accounts}. Its text on screens is {@code intake.kind.NAME}. */
    String name();

    List<String> columns();

    /** What the exporter must be allowed besides {@link Right#EXPORT}. */
    Right right();

    /** Hands over the rows that belong to the Area of this path, one by one, never all in memory. Secrets are not among them. */
    void rows(String areaPath, Consumer<List<String>> row);
}
