# The tours, and presenting.

tours-intro = Each step shows a part of the atlas, and names the passages that it rests on.
tours-none = This page holds no tours.
tour-steps = { $number ->
    [one] { $number } step
   *[other] { $number } steps
}
tour-walk = Walk through the tour
tour-back = Previous step
tour-forward = Next step
tour-progress = { $step } of { $all }
tour-step-now = Step { $step } of { $all }: { $title }
tour-wandered = You have wandered off from this step.
tour-return = Back to the step
tour-last = This was the last step.
tour-leave = Leave the tour
tour-passages = { $number ->
    [one] This step rests on this passage
   *[other] This step rests on these passages
}
tour-passage-says = { $number ->
    [0] The atlas holds no statement of this passage.
    [one] This passage says
   *[other] All that this passage says, in { $number } statements
}

present = Present
present-leave = Leave presenting
present-hint = Presenting. The arrow keys go on and back, Escape leaves.
