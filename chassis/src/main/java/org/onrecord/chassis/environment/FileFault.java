package org.onrecord.chassis.environment;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, in one line for whoever named it on a command line. */
public final class FileFault {

    private FileFault() {}

    /** Names the file, where it is known, and no class. */
    public static String of(IOException fault) {
        return switch (fault) {
            case NoSuchFileException missing -> "there is no file or folder " + missing.getFile();
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            case FileAlreadyExistsException there -> there.getFile() + " is there already, and is not a folder";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            case FileSystemException other -> other.getFile() + " cannot be read or written";
            default -> fault.getMessage() == null ? "a file cannot be read or written" : fault.getMessage();
        };
    }
}
