package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the log of the embedded servers goes: to a file, so that the terminal shows the line's own progress alone. */
final class LaunchLog {
    private LaunchLog() {}

    /** Sends warnings and worse to {@code launcher.log} in the folder, and nothing to the terminal. */
    static void to(Path folder) throws IOException {
        Files.createDirectories(folder);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        FileHandler file = new FileHandler(folder.resolve("launcher.log").toString(), true);
        // On a full disk it cannot be written; that is said once, and not for every line.
        file.setErrorManager(new SilentErrors());
        file.setFormatter(new SimpleFormatter());
        root.addHandler(file);
        root.setLevel(Level.WARNING);
    }

    private static final class SilentErrors extends ErrorManager {
        @Override
        public void error(String message, Exception exception, int code) {
            // There is nowhere to tell it.
        }
    }
}
