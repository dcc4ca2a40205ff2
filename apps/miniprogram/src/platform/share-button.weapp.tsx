import { Button } from '@tarojs/components';
import type { ShareButtonProps } from './share-button.types';

/** Opens WeChat's own choice of friends; what is sent is what the page says of itself. */
export function ShareButton({ children }: ShareButtonProps) {
  return (
    <Button id="share" className="button t-share button--plain" openType="share">
      {children}
    </Button>
  );
}
