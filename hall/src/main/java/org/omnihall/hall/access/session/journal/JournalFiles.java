package org.omnihall.hall.access.session.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The files of a journal and what of them is on the disk: the seam at which a test cuts the power (access-rules.md rule 24). */
public interface JournalFiles {

    List<String> names() throws IOException;

    /** Makes a file that is not there; its name survives a power cut from then on. */
    Appending create(String name) throws IOException;

    /** All of a file. */
    ByteBuffer read(String name) throws IOException;

    /** Shortens a file, for good when it returns. */
    void cut(String name, long octets) throws IOException;

    /** Renames a file, for good when it returns. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file; after a power cut it may be there again. */
    void delete(String name) throws IOException;

    /** A file that is written at its end. */
    interface Appending extends Closeable {

        void append(ByteBuffer octets) throws IOException;

        /** Returns when all that was appended survives a power cut. */
        void force() throws IOException;
    }
}
