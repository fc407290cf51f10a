import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates many PDF files in one Java machine, because starting one costs more than validating a handout.
 *
 * <p>The arguments are flavours such as {@code ua1} and {@code 2a}; the names of the files come from standard
 * input, one a line. For every file and flavour one line says {@code pass}, {@code fail} or {@code error}, and a
 * line {@code broken} follows for every rule that did not hold. Columns are parted by tabs: what, file, flavour,
 * clause, test, message, context. The caller takes a missing line for a failure.
 */
public final class VeraRun {

    private static final int ALL_FAILURES = 2_000_000;

    /** The real standard output; whatever the library prints by itself goes to standard error. */
    private static final PrintStream REPORT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private VeraRun() {}

    public static void main(String[] flavours) throws Exception {
        System.setOut(System.err);
        if (System.getProperty("vera.log") == null) {
            LogManager.getLogManager().reset();
            Logger.getLogger("").setLevel(Level.OFF);
        }
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            for (String flavour : flavours) {
                validate(name, flavour);
            }
        }
    }

    /** Reports on one file; every exception is a verdict of its own, so that no file passes by crashing. */
    private static void validate(String name, String flavour) {
        try {
            report(name, flavour, result(name, flavour));
        } catch (Throwable failure) {
            line("error", name, flavour, "", "", failure.toString(), "");
        }
    }

    private static ValidationResult result(String name, String flavourId) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourId);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, ALL_FAILURES, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getPDFAFlavour() != flavour || result.getTotalAssertions() == 0) {
                throw new IllegalStateException("the flavour " + flavourId + " was not checked");
            }
            return result;
        }
    }

    private static void report(String name, String flavour, ValidationResult result) {
        List<TestAssertion> broken = result.getTestAssertions();
        line(result.isCompliant() && broken.isEmpty() ? "pass" : "fail", name, flavour, "", "", "", "");
        for (TestAssertion assertion : broken) {
            line("broken", name, flavour, assertion.getRuleId().getClause(),
                    Integer.toString(assertion.getRuleId().getTestNumber()), message(assertion),
                    assertion.getLocation() == null ? "" : assertion.getLocation().getContext());
        }
    }

    private static String message(TestAssertion assertion) {
        return assertion.getErrorMessage() == null ? assertion.getMessage() : assertion.getErrorMessage();
    }

    private static void line(String... columns) {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            text.append(text.length() == 0 ? "" : "\t").append(column == null ? "" : column.replaceAll("\\s+", " "));
        }
        REPORT.println(text);
    }
}
