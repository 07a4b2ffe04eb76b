package rapport.stack.demo;

/** One part of the journey. Performed again on the same data it changes nothing. */
interface Step {
    String title();

    void perform(Demo demo);
}
